/** Plain text in columns, for a terminal of a fixed width and for a file alike. */

/** How many cells a text takes: composed letters count once. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length

export const left = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

export const right = (text: string | number, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(String(text)))) + String(text)
