import { clearInterval, setInterval } from 'node:timers';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Says what is being done, that it is still being done, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = performance.now();
  console.log(`${title} …`);
  const ticking = setInterval(() => {
    console.log(`${title}: still working, ${seconds(start)}`);
  }, 10_000);
  try {
    const result = await work();
    console.log(`${title}: done in ${seconds(start)}`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}
