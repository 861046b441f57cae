import Mocha from 'mocha';

/**
 * Runs mocha inside an extension host over the tests that `load` brings in. Both hosts run the
 * build of mocha for browsers, as it needs nothing but a JavaScript engine.
 */
export async function runSuite(load: () => Promise<void>): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, forbidOnly: true, forbidPending: true });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await load();
  const failed = await run(mocha);
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

function run(mocha: Mocha): Promise<number> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      console.log(`##totals ${JSON.stringify({ passed: runner.stats?.passes ?? 0, failed })}`);
      resolve(failed);
    });
  });
}

/** Marks what the suite says, among all that VS Code itself writes to the same console. */
function print(message = '', ...values: unknown[]): void {
  const text = message.replace(/%[sd]/g, () => String(values.shift()));
  for (const line of text.split('\n')) console.log(`##print ${line}`);
}
