import { foldWords } from './foldName';

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 8;

/** A new record id: 8 random characters of Crockford's base 32, never one that reads as a number. */
export function newRecordId(isTaken: (id: string) => boolean): string {
  for (;;) {
    const characters = Array.from(
      { length: idLength },
      () => crockford[Math.floor(Math.random() * 32)],
    );
    const id = characters.join('');
    if (/[a-df-z]/.test(id) && !isTaken(id)) return id;
  }
}

/** An entity id for a name: its words, lower-case, joined by hyphens; numbered where it is taken. */
export function entityIdFor(name: string, isTaken: (id: string) => boolean): string {
  const base =
    foldWords(name.replace(/['’ʼ]s?(?=\s|$)/g, '').replace(/['’ʼ]/g, '-')).join('-') || 'entity';
  if (!isTaken(base)) return base;
  for (let number = 2; ; number++) {
    if (!isTaken(`${base}-${number}`)) return `${base}-${number}`;
  }
}
