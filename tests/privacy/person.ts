/** The marked person. Nobody bears these: no province has code 099, no operator the prefix 0999. */

/** Every part is a word that occurs nowhere else, so that even a part of it is noticed. */
export const person = {
  name: 'Kiểmthử Rờrỉ Văntạo',
  number: '099099099099',
  oldNumber: '909909909',
  phone: '0999099909',
  address: 'Số 99 phố Dấuvết',
} as const

/** A text with all marks in it, as a careless caller or a hostile sender might give. */
export const markedText = `${person.name}|${person.number}|${person.phone}|${person.address}`

const marks = ['kiemthu', 'rori', 'vantao', 'dauvet', '099099', '909909', '0999099', '99099909']

/** Lower case, without diacritics: a mark stays a mark however it was written. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()
}

function inHex(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex')
}

const encoded = [person.name, person.number, person.phone].flatMap((text) => [
  inHex(text),
  Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, '').toLowerCase(),
  encodeURIComponent(text).toLowerCase(),
])

/** The marks that a text carries, also in hex, base64 or percent-encoding. */
export function marksIn(text: string): string[] {
  const lower = text.toLowerCase()
  const bare = plain(text)
  return [
    ...marks.filter((mark) => bare.includes(mark)),
    ...encoded.filter((mark) => lower.includes(mark)),
  ]
}
