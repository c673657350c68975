/** JSON without doubled members: `JSON.parse` keeps the last of two, other readers the first. */

const blank = /\s/

/** The text of the string token that begins at `start`; its closing quote is the last character. */
function stringAt(text: string, start: number): string {
  let end = start + 1
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return text.slice(start, end + 1)
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from
  while (blank.test(text[at] ?? '')) at += 1
  return text[at] === ':'
}

/** Whether no object in a JSON text has a member twice. The text must be JSON. */
function hasUniqueMembers(text: string): boolean {
  const open: Set<string>[] = []
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '{') open.push(new Set())
    if (letter === '}') open.pop()
    if (letter !== '"') continue
    const token = stringAt(text, at)
    at += token.length - 1
    if (!isFollowedByColon(text, at + 1)) continue
    const name = JSON.parse(token) as string
    const members = open.at(-1)
    if (members?.has(name) === true) return false
    members?.add(name)
  }
  return true
}

/** The object that a JSON text holds, when it is one and no member occurs twice anywhere in it. */
export function uniqueObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject && hasUniqueMembers(text)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
