/**
 * What of the shells is loaded when it is first used. The build divides it from the rest as it
 * divides the core. Modules of shells that both sides use, each side has for itself: what matters
 * of their state is passed as an argument.
 */
import type * as refactorings from '../refactor/refactorings';
import type * as suggestions from '../suggestions/start';

export function refactoring(): Promise<typeof refactorings> {
  return import('../refactor/refactorings');
}

export function suggesting(): Promise<typeof suggestions> {
  return import('../suggestions/start');
}
