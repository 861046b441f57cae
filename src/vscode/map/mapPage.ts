import * as vscode from 'vscode';

/** The folder from which the page may load. */
export function pageRoot(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/** An empty page with our script and style sheet; nothing else can run in it or be loaded. */
export function renderPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const uriOf = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extension), name)).toString();
  const nonce = crypto.randomUUID();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${uriOf('map.css')}">
<title>Map</title>
</head>
<body><script nonce="${nonce}" src="${uriOf('map.js')}"></script></body>
</html>`;
}
