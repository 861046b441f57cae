/** What the assertions of the suite ask of `process` where there is none. */
export const process = { env: {}, platform: 'browser' };
