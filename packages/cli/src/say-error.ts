import type { Language, SdkError } from '@tiemchung/core'
import type { Io } from './io.js'

/** The system's own word for what went wrong with a file: `ENOENT`, `EACCES`. */
function systemCode({ cause }: SdkError): readonly string[] {
  return cause instanceof Error && /^E[A-Z0-9]+$/.test(cause.message) ? [cause.message] : []
}

/** What happened, what to do, and in brackets the code, the option or input, and the system's own word. */
export function sayError(io: Io, error: SdkError, language: Language): void {
  const { sentences, todo, code, path } = error
  const where = [code, ...path, ...systemCode(error)].join(' ')
  io.say(`${sentences[language]} ${todo[language]} [${where}]`)
}
