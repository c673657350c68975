/** What every case must hold to: our own errors under codes of the catalogues, and no one's data. */
import { inspect } from 'node:util'
import { isSdkError, type SdkError } from '@tiemchung/core'
import { Broken, must, refused, value, type Outcome } from './long-run.js'
import { knownCodes } from './known-codes.js'

/** The code is one of ours; a server's issues keep the codes that it gave, if they look like codes. */
function checkError(error: SdkError): void {
  must(knownCodes.has(error.code), `code ${error.code} is in no catalogue`)
  for (const { code } of error.issues) {
    const fits =
      error.code === 'http.status'
        ? /^[A-Za-z][A-Za-z0-9._:/#-]{0,199}$/.test(code)
        : knownCodes.has(code)
    must(fits, `issue code ${code} is in no catalogue`)
  }
}

/** Runs something that may answer or refuse. Whatever it throws beside our errors is thrown on. */
export async function attempt<Answer>(
  run: () => Answer | Promise<Answer>,
): Promise<{ readonly answer: Answer } | { readonly error: SdkError }> {
  try {
    return { answer: await run() }
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    checkError(caught)
    return { error: caught }
  }
}

/** As {@link attempt}, without waiting. */
export function attemptNow<Answer>(
  run: () => Answer,
): { readonly answer: Answer } | { readonly error: SdkError } {
  try {
    return { answer: run() }
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    checkError(caught)
    return { error: caught }
  }
}

/** The end of a case by whether it gave an answer. */
export function endOf(tried: object): Outcome {
  return 'answer' in tried ? value : refused
}

/** Everything that a log shows of an error must be free of these words. */
export function mustKeepSilent(shown: unknown, marks: readonly string[]): void {
  const text =
    shown instanceof Error
      ? `${shown.message}\n${shown.stack ?? ''}\n${JSON.stringify(shown)}\n${inspect(shown, { depth: 6 })}`
      : (JSON.stringify(shown) ?? '')
  const told = marks.filter((mark) => text.includes(mark))
  if (told.length > 0) throw new Broken(`a person's data is told: mark ${told.length} of the seed`)
}
