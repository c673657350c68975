import type { Loose } from './compare.js'

export function readPlatform(out: string): Promise<Record<string, Loose[]>>
