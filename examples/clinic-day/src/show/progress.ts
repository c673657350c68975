import process from 'node:process'

/** A bar on a terminal; nothing elsewhere. */
export function progressBar(label: string, done: number, total: number): void {
  if (!process.stderr.isTTY || total === 0) return
  const width = 30
  const full = Math.min(width, Math.round((done / total) * width))
  const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`
  process.stderr.write(`\r  ${label.padEnd(10)} ${bar} ${done}/${total}   `)
  if (done >= total) process.stderr.write(`\r${' '.repeat(64)}\r`)
}
