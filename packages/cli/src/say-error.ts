import type { Language, SdkError } from '@tiemchung/core'
import type { Io } from './io.js'

/** The system's own word for what went wrong with a file: `ENOENT`, `EACCES`. */
function systemCode({ cause }: SdkError): readonly string[] {
  return cause instanceof Error && /^E[A-Z0-9]+$/.test(cause.message) ? [cause.message] : []
}

/** More than this nobody reads on a terminal. */
const mostIssues = 20

/** What happened, what to do, and in brackets the code, the option or input, and the system's own word; then its issues. */
export function sayError(io: Io, error: SdkError, language: Language): void {
  const { sentences, todo, code, path, issues } = error
  const where = [code, ...path, ...systemCode(error)].join(' ')
  io.say(`${sentences[language]} ${todo[language]} [${where}]`)
  for (const one of issues.slice(0, mostIssues)) {
    io.say(`  ${one.path.join('.')}: ${one.message[language]} [${one.code}]`)
  }
  if (issues.length > mostIssues) io.say(`  … +${issues.length - mostIssues}`)
}
