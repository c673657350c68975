/** What the disk refuses, as codes. */
import { InputError, isSdkError } from '@tiemchung/core'
import { storeErrors } from '../errors/store-errors.js'

const codes: ReadonlyMap<unknown, 'clinic.store.full' | 'clinic.store.read-only'> = new Map([
  ['ENOSPC', 'clinic.store.full'],
  ['EDQUOT', 'clinic.store.full'],
  ['EFBIG', 'clinic.store.full'],
  ['EROFS', 'clinic.store.read-only'],
  ['EACCES', 'clinic.store.read-only'],
  ['EPERM', 'clinic.store.read-only'],
])

/** An error of the file system as one of ours; what is none comes back as it is. */
export function diskError(caught: unknown): unknown {
  if (isSdkError(caught)) return caught
  const { code, syscall } = caught as { readonly code?: unknown; readonly syscall?: unknown }
  const known = codes.get(code)
  if (known !== undefined) return new InputError(storeErrors, known, { cause: caught })
  if (typeof code !== 'string' || syscall === undefined) return caught
  return new InputError(storeErrors, 'clinic.store.disk', {
    cause: caught,
    params: { reason: code },
  })
}

/** Does something with the disk. @throws InputError `clinic.store.full`, `clinic.store.read-only`, `clinic.store.disk` */
export async function onDisk<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (caught) {
    throw diskError(caught)
  }
}
