import { ParseError } from '@tiemchung/core'
import { envelopeErrors } from '../errors/envelope-errors.js'
import { EnvelopeFault } from './fault.js'

/** What a reader gives; a fault leaves as the error that callers know. */
export function inWords<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (caught) {
    if (!(caught instanceof EnvelopeFault)) throw caught
    const { code, params } = caught
    throw new ParseError(envelopeErrors, code, params === undefined ? {} : { params })
  }
}
