export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

export function ms(value) {
  return `${value.toFixed(2)} ms`.padStart(11);
}

export function share(value) {
  return value.toFixed(3);
}
