import * as vscode from 'vscode';

/** Nobody needs to be told of what is done by then. */
const patience = 500;

/** Runs what may take long; once it does, a notification says so, where it can be given up. */
export async function cancellable<T>(
  title: string,
  run: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  const running = run(source.token);
  const timer = setTimeout(() => {
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
      token.onCancellationRequested(() => {
        source.cancel();
      });
      await running.catch(() => undefined);
    });
  }, patience);
  try {
    return await running;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
