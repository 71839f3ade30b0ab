/** How far a check of files got that goes through them in the order of their digests, in whole percent: digests lie evenly. */
export const reachedPercent = (digest: string): number =>
  digest === '' ? 0 : Math.floor((Number.parseInt(digest.slice(0, 4), 16) * 100) / 0x10000)
