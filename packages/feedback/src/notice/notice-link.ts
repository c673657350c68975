import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'

const references = /^[A-Za-z0-9][A-Za-z0-9-]{10,34}[A-Za-z0-9]$/
/** What could be a person's number or telephone: digits alone. */
const digits = /^[\d-]+$/

/**
 * The address that opens the feedback form for one dose: the page, and behind `#` the reference that the
 * platform gave the dose. Nothing of a person is in it, and what is behind `#` is sent to no server.
 *
 * @param page address of the page with the form, https, such as `https://phan-anh.example.vn/`
 * @param reference a random reference, never a personal number
 * @throws InputError `feedback.notice.address`, `feedback.notice.reference`
 */
export function noticeLink(page: string, reference: string): string {
  if (!/^https:\/\/[^\s?#]+$/.test(page)) {
    throw new InputError(errorCatalogue, 'feedback.notice.address')
  }
  if (!references.test(reference) || digits.test(reference)) {
    throw new InputError(errorCatalogue, 'feedback.notice.reference')
  }
  return `${page}#${reference}`
}

/** The reference in such an address, or undefined. */
export function noticeReference(address: string): string | undefined {
  const reference = address.split('#')[1] ?? ''
  return references.test(reference) && !digits.test(reference) ? reference : undefined
}
