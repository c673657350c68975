import { toHex, utf8 } from '@tiemchung/core'
import { lockFile } from '@tiemchung/core/file-lock'
import { onDisk } from '../disk-errors.js'
import type { Store } from '../store.js'

/** Names held by lock files beside the database, so that a name is free again when its holder's process has ended. */
export function fileHolds(file: string): {
  readonly hold: Store['hold']
  readonly letAllGo: () => Promise<void>
} {
  const held = new Set<() => Promise<void>>()
  return {
    hold: async (name) => {
      const release = await onDisk(() => lockFile(`${file}.${toHex(utf8(name))}`))
      if (release === undefined) return undefined
      held.add(release)
      return async () => {
        if (held.delete(release)) await release()
      }
    },
    letAllGo: async () => {
      const mine = [...held]
      held.clear()
      for (const release of mine) await release()
    },
  }
}
