/** The authorities that `--anchor` names. */
import type { CountryAnchor } from '@tiemchung/certificates/trust'
import { fromPem, fromUtf8, InputError } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from '../errors.js'
import { bytesOf } from '../input.js'
import type { Io } from '../io.js'

/** First byte of every certificate in DER. */
const sequence = 0x30

/** `VN=csca.pem`. */
async function anchorsIn(io: Io, argument: string): Promise<readonly CountryAnchor[]> {
  const [, country, path] = /^([A-Z]{2})=(.+)$/.exec(argument) ?? []
  const where = ['--anchor']
  if (country === undefined || path === undefined) {
    throw new InputError(errorCatalogue, 'cli.use', { path: where })
  }
  const bytes = await bytesOf(io, path, where)
  const found = bytes[0] === sequence ? [bytes] : fromPem(fromUtf8(bytes), 'CERTIFICATE')
  return found.map((der) => ({ country, certificate: readCertificate(der).der }))
}

/**
 * The authorities of all arguments.
 *
 * @throws ParseError `cli.file`, `parse.pem`, `x509.*`
 * @throws InputError `cli.use` for an argument that is not `VN=file`
 */
export async function anchorsOf(
  io: Io,
  given: readonly string[],
): Promise<readonly CountryAnchor[]> {
  return (await Promise.all(given.map((one) => anchorsIn(io, one)))).flat()
}
