import { fromBase64 } from '@tiemchung/core'
import { askFor } from '../secrets.js'
import type { Contact } from './call.js'
import { bodyOf, type CscSession, cscSession } from './csc-session.js'
import type { OfferedKey } from './offered-key.js'
import { type Loose, listOf, objectOf, textOf } from '../wire/loose.js'

/** The most keys of one user that are looked at. */
const mostKeys = 50

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function certificatesOf(info: Loose): readonly Uint8Array[] {
  return listOf(objectOf(info['cert']), 'certificates')
    .filter(isText)
    .flatMap((text) => {
      try {
        return [fromBase64(text.replaceAll(/\s/g, ''))]
      } catch {
        return []
      }
    })
}

/** `enabled` and `valid`, or not said. */
function isUsable(info: Loose): boolean {
  const [key, cert] = [objectOf(info['key']), objectOf(info['cert'])]
  const [first, second] = [textOf(key, 'status'), textOf(cert, 'status')]
  return (first === '' || first === 'enabled') && (second === '' || second === 'valid')
}

/** What the service says of a key: its certificates, and how its user is asked. */
export async function cscKeyInfo(
  contact: Contact,
  session: CscSession,
  credentialID: string,
): Promise<Loose> {
  const body = { credentialID, certificates: 'chain', certInfo: false, authInfo: true }
  return bodyOf(contact, await session.read('credentials/info', body))
}

/** A token of the software itself does not say for whom it asks; a token of the user does. */
async function whose({ profile, secrets }: Contact): Promise<object> {
  return profile.login?.kind === 'client' ? { userID: (await askFor(secrets.user)).id } : {}
}

/** The keys of the user that can be used. */
export async function cscKeys(contact: Contact): Promise<readonly OfferedKey[]> {
  const session = cscSession(contact)
  const listed = bodyOf(contact, await session.read('credentials/list', await whose(contact)))
  const keys: OfferedKey[] = []
  for (const id of listOf(listed, 'credentialIDs').filter(isText).slice(0, mostKeys)) {
    const info = await cscKeyInfo(contact, session, id)
    const [own, ...others] = certificatesOf(info)
    const { multisign } = info
    const most = typeof multisign === 'number' && multisign >= 1 ? { most: multisign } : {}
    if (own !== undefined && isUsable(info)) keys.push({ id, own, others, ...most })
  }
  return keys
}
