/** The ```ts blocks of the documentation: in Markdown files and in doc comments. */

/** One block, and where it stands. */
export interface Snippet {
  readonly file: string
  /** Line of the fence, from 1; line n of the code is line `fence + n` of the file. */
  readonly fence: number
  readonly code: string
  /** Marked `ts run`: it is executed and must end well. */
  readonly run: boolean
}

interface Line {
  readonly text: string
  readonly number: number
}

const opening = /^(\s*)```(ts|typescript)(\s+run)?\s*$/

function blocksOf(file: string, lines: readonly Line[]): Snippet[] {
  const found: Snippet[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const start = lines[index]
    const match = opening.exec(start?.text ?? '')
    if (start === undefined || match === null) continue
    const length = lines.slice(index + 1).findIndex((line) => line.text.trim() === '```')
    const body = lines.slice(index + 1, length < 0 ? undefined : index + 1 + length)
    const code = body.map((line) => line.text).join('\n')
    found.push({ file, fence: start.number, code, run: match[3] !== undefined })
    index += body.length + 1
  }
  return found
}

function numbered(text: string, first = 1): Line[] {
  return text.split('\n').map((line, index) => ({ text: line, number: first + index }))
}

/** The blocks of a Markdown file. */
export function snippetsInMarkdown(file: string, text: string): Snippet[] {
  return blocksOf(file, numbered(text))
}

/** The blocks in the doc comments of a source file. */
export function snippetsInSource(file: string, text: string): Snippet[] {
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((match) => {
    const first = text.slice(0, match.index).split('\n').length
    const lines = numbered(match[0], first).map(({ text: line, number }) => ({
      number,
      text: line.replace(/^\s*\/?\*+\/? ?/, ''),
    }))
    return blocksOf(file, lines)
  })
}
