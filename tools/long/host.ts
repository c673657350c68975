/** The process around a driver: its CPU, its heap, and the rejections that nobody waited for. */
import type { DriveWorld } from './drive.js'

const megabyte = 1024 * 1024

/** Collects what is not used any more; needs `--expose-gc`, without which the heap is as it is. */
function collect(): void {
  const { gc } = globalThis as { readonly gc?: () => void }
  gc?.()
}

/** The world of this process. Call it once: it listens for stray rejections from then on. */
export function hostWorld(progress?: (index: number) => void): DriveWorld {
  let strays: string[] = []
  process.on('unhandledRejection', (reason) => {
    strays.push(reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason))
  })
  return {
    cpuMs: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
    heapMb: () => {
      collect()
      return process.memoryUsage().heapUsed / megabyte
    },
    strays: () => {
      const seen = strays
      strays = []
      return seen
    },
    ...(progress === undefined ? {} : { progress }),
  }
}
