import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { registerViewCommands } from './commands';
import { CorpusView } from './corpusView';
import { registerDropReference } from './dropReference';
import { EntitiesView, entitiesViewId } from './entitiesView';
import { registerLooseCommands } from './looseCommands';
import { LooseView, looseViewId } from './looseView';
import { registerOpenDisagreement } from './openDisagreement';

/** The views of the container “Glossator”, with what can be done in them. */
export function registerViews(corpora: Corpora): vscode.Disposable {
  const entities = new EntitiesView(corpora);
  const chronology = new CorpusView('glossator.chronology', corpora, async (...of) =>
    (await import('./viewWork')).yearNodes(...of),
  );
  const disagreements = new CorpusView('glossator.disagreements', corpora, async (...of) =>
    (await import('./viewWork')).disagreementNodes(...of),
  );
  const loose = new LooseView(corpora);
  const views = {
    [entitiesViewId]: entities.tree,
    'glossator.chronology': chronology,
    'glossator.disagreements': disagreements,
    [looseViewId]: loose.tree,
  };
  return vscode.Disposable.from(
    entities,
    chronology,
    disagreements,
    loose,
    registerLooseCommands(corpora, loose.tree),
    registerViewCommands(corpora, entities, views),
    registerOpenDisagreement(),
    registerDropReference(),
  );
}
