import process from 'node:process'
import type { DrainResult } from '@tiemchung/clinic'
import type { Facility } from './facility.js'

/**
 * Sends what is queued. With `dieAfter` the process ends in the middle as if the power were cut: no
 * handler runs, nothing is flushed, requests are under way.
 */
export function send(
  { day, progress }: Facility,
  { dieAfter }: { readonly dieAfter: number | null },
): Promise<DrainResult> {
  return day.send({
    untilSettled: true,
    concurrency: 4,
    onProgress: ({ acknowledged, open }) => {
      progress('send', acknowledged, acknowledged + open)
      if (dieAfter !== null && acknowledged >= dieAfter) process.kill(process.pid, 'SIGKILL')
    },
  })
}
