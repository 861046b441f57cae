/** The commands on a suggestion; the hover may call these and no others. */
export const suggestionCommands = {
  accept: 'glossator.acceptSuggestion',
  acceptAs: 'glossator.acceptSuggestionAs',
  acceptInSource: 'glossator.acceptSuggestionInSource',
  acceptInCorpus: 'glossator.acceptSuggestionInCorpus',
  reject: 'glossator.rejectSuggestion',
  rejectInSource: 'glossator.rejectSuggestionInSource',
} as const;

export const suggestionCommandIds: readonly string[] = [
  ...Object.values(suggestionCommands),
  'glossator.nextSuggestion',
  'glossator.previousSuggestion',
  'glossator.acceptCheckedSuggestions',
  'glossator.rejectCheckedSuggestions',
  'glossator.groupSuggestionsByEntity',
  'glossator.groupSuggestionsBySource',
  'glossator.filterSuggestions',
];
