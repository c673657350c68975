/** How long an example is. */
import { filesIn, textOf } from '../check/workspace.js'
import { examples } from './stage.js'

/** An example that a reader takes in at one sitting. */
const longest = 60

/** Files that make samples for trying it out: nobody copies them into a program. */
const makesSamples = /\/(?:make-sample\.mjs|invented-[a-z-]+\.js)$/

/** Examples of several screens: a reader takes them in file by file. */
const inFiles: readonly string[] = ['feedback-pages']

/** Lines that hold more than a comment of one line. */
function linesOfCode(text: string): number {
  return text.split('\n').filter((line) => !/^\s*(?:$|\/\/|\/\*\*.*\*\/$)/.test(line)).length
}

/** What is too long: a whole example's code, its page, a file that makes samples, or a file of several screens. */
export function lengthFaults(root: string): string[] {
  return examples.flatMap((example) => {
    const files = filesIn(root, `examples/${example}`).filter((path) =>
      /\.(?:ts|js|mjs|html)$/.test(path),
    )
    const count = (paths: readonly string[]) =>
      paths.reduce((sum, path) => sum + linesOfCode(textOf(root, path)), 0)
    const alone = files.filter(
      (path) => path.endsWith('.html') || makesSamples.test(path) || inFiles.includes(example),
    )
    const code = files.filter((path) => !alone.includes(path))
    const counted: readonly (readonly [string, number])[] = [
      [`examples/${example}`, count(code)],
      ...alone.map((path) => [path, count([path])] as const),
    ]
    return counted
      .filter(([, lines]) => lines > longest)
      .map(([what, lines]) => `${what} has ${lines} lines of code, more than ${longest}`)
  })
}
