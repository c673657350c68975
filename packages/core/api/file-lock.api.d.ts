// The public surface of @tiemchung/core/file-lock. Written by `node tools/run.mjs surface --write`.

export function lockFile(path: string): Promise<(() => Promise<void>) | undefined>;
