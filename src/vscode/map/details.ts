import { type Card, type CardClaim, type QuotedPassage, cardOf } from '../../core';
import type { Cancellation, Corpus } from '../../core';
import type { ClaimDetails, Details, OpenQuote, QuoteDetails } from '../../map/protocol';

/** A card is read, not searched; what a property has beyond this many values is counted. */
const shownClaims = 30;

/**
 * The card of an entity as plain data; undefined where the registry has no such entity, and where
 * nobody waits for it any more.
 */
export async function detailsOf(
  corpus: Corpus,
  id: string,
  cancellation?: Cancellation,
): Promise<Details | undefined> {
  const card = await cardOf(corpus, id, cancellation);
  const { entity } = card;
  if (!entity || cancellation?.isCancellationRequested === true) return undefined;
  return {
    ...{ id, name: card.name, type: card.type.label, aliases: card.aliases },
    description: entity.description,
    hasDefinition: card.definitions.length > 0,
    mentions: card.mentions.reduce((sum, { count }) => sum + count, 0),
    sources: card.mentions.length,
    properties: card.properties.map(({ property, contradicted, claims }) => ({
      ...{ label: property.label, contradicted },
      claims: claims.slice(0, shownClaims).map((claim) => claimDetails(claim, card)),
      more: Math.max(claims.length - shownClaims, 0),
    })),
    tensions: card.tensions.map(({ tension, quotes }) => ({
      statement: tension.statement,
      quotes: quotes.map((quote) => {
        const open = { kind: 'openQuote', tension: tension.id } as const;
        const at = tension.quotes.indexOf(quote.quote);
        return quoteDetails(quote, quote.words, { ...open, quote: at }, card);
      }),
    })),
  };
}

function claimDetails(claim: CardClaim, card: Card): ClaimDetails {
  const { id, source, value, entity, note, quote } = claim;
  const open = { kind: 'openClaim', source, claim: id } as const;
  return { ...quoteDetails(claim, quote, open, card), value, entity, note };
}

function quoteDetails(
  { source, span, position }: Pick<QuotedPassage, 'source' | 'span' | 'position'>,
  words: string,
  open: OpenQuote,
  { sourceLabels }: Card,
): QuoteDetails {
  const label = sourceLabels.get(source) ?? source;
  return { words, source, label, line: position && position.line + 1, open: span && open };
}
