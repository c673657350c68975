import process from 'node:process'

const width = 30

/** A bar on a terminal, in a line of its own that is wiped; nothing elsewhere. */
export function progressBar(label: string, done: number, total: number): void {
  if (!process.stderr.isTTY || total === 0) return
  if (done >= total) {
    process.stderr.write(`\r${' '.repeat(70)}\r`)
    return
  }
  const full = Math.min(width, Math.round((done / total) * width))
  const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`
  process.stderr.write(`\r  ${label.padEnd(16)} ${bar} ${done}/${total}   `)
}
