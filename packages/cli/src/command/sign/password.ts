/** The password of a key, or the PIN of a token: from the environment, a descriptor, or the person at the terminal. */
import { InputError, isSdkError, type Language, SigningError } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import { optionOf } from '../../input.js'
import type { Io, SecretSource } from '../../io.js'

/** Where the password comes from; without either, from the person at the terminal. */
export interface PasswordOptions {
  /** The name of a variable of the environment. */
  readonly passwordEnv?: string
  /** The number of an open file. */
  readonly passwordFd?: string
}

const questions: Readonly<Record<Language, string>> = {
  vi: 'Mật khẩu hoặc mã PIN của khoá ký: ',
  en: 'Password or PIN of the signing key: ',
}

function descriptorOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new Error('no descriptor')
  return Number(text)
}

/**
 * Where the password is asked for.
 *
 * @throws InputError `cli.use`
 */
export function passwordSource(
  { passwordEnv, passwordFd }: PasswordOptions,
  language: Language,
): SecretSource {
  if (passwordEnv !== undefined && passwordFd !== undefined) {
    throw new InputError(errorCatalogue, 'cli.use', { path: ['--password-fd'] })
  }
  if (passwordEnv !== undefined) return { variable: passwordEnv }
  if (passwordFd === undefined) return { question: questions[language] }
  return { descriptor: optionOf('--password-fd', passwordFd, descriptorOf) }
}

/**
 * The password.
 *
 * @throws SigningError `cli.no-password`; its cause is not kept, as it may repeat what was read
 */
export async function askPassword(
  io: Io,
  options: PasswordOptions,
  language: Language,
): Promise<string> {
  const source = passwordSource(options, language)
  let answer: string | undefined
  try {
    answer = await io.secret(source)
  } catch (caught) {
    if (isSdkError(caught)) throw caught
  }
  if (answer !== undefined) return answer
  throw new SigningError(errorCatalogue, 'cli.no-password')
}
