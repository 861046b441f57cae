import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cached } from './cache.mjs';
import { Failure } from './failure.mjs';
import { unpack } from './npm.mjs';
import { runQuietly } from './process.mjs';
import { step } from './progress.mjs';
import { chromium as version } from './versions.mjs';

const mend =
  'Install Chromium, Chrome or Edge, or set GLOSSATOR_CHROMIUM to the path of a browser of that family.';

/** The machine's fonts, and the package's for a machine that has none. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const fontEnv = (folder) => ({
  ...process.env,
  FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
});

/**
 * The Chromium that the package @sparticuz/chromium carries: headless, for 64-bit Linux. It needs
 * no rights to install, and it brings the libraries that a bare machine may lack.
 * @returns {Promise<import('./chromium.mjs').Browser>}
 */
export async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Failure(`No browser to drive was found. ${mend}`);
  }
  const folder = await cached(`chromium-${version}`, (part) =>
    step(`Fetching Chromium (${version}, once)`, () => fill(part)),
  );
  return startable(folder);
}

async function fill(folder) {
  await unpack(`@sparticuz/chromium@${version}`, folder);
  const packed = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const executable = path.join(folder, 'chromium');
  await decompress(path.join(packed, 'chromium.br'), executable);
  await chmod(executable, 0o755);
  await extract(path.join(packed, 'swiftshader.tar.br'), folder);
  await extract(path.join(packed, 'al2023.tar.br'), path.join(folder, 'libraries'));
  await extract(path.join(packed, 'fonts.tar.br'), folder);
  await writeFile(path.join(folder, 'fonts.conf'), fontConfiguration);
  await rm(path.join(folder, 'node_modules'), { recursive: true });
}

const decompress = (from, to) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

async function extract(archive, folder) {
  await mkdir(folder, { recursive: true });
  const tar = path.join(folder, 'archive.tar');
  await decompress(archive, tar);
  await runQuietly('tar', ['-xf', tar, '-C', folder]);
  await rm(tar);
}

/** Whether it starts: some machines lack NSS, NSPR or expat. */
const starts = ({ executablePath, env }) =>
  spawnSync(executablePath, ['--version'], { env, encoding: 'utf8' });

/** The machine's own libraries are preferred to the package's. */
function startable(folder) {
  const plain = { executablePath: path.join(folder, 'chromium'), env: fontEnv(folder) };
  if (starts(plain).status === 0) return plain;
  const libraries = [process.env.LD_LIBRARY_PATH, path.join(folder, 'libraries', 'lib')];
  const LD_LIBRARY_PATH = libraries.filter(Boolean).join(path.delimiter);
  const equipped = { ...plain, env: { ...plain.env, LD_LIBRARY_PATH } };
  const { status, stderr } = starts(equipped);
  if (status === 0) return equipped;
  throw new Failure(`The packaged Chromium does not start here:\n${stderr?.trim()}\n${mend}`);
}
