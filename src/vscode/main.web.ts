/** Entry of the web-worker extension host: vscode.dev, github.dev. */
export { activate } from './activate';
