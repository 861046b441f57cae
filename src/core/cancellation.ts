/** Tells whether somebody still waits for an answer: VS Code's tokens do. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}
