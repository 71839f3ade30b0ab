/** The tab on which a place of a plan is mended. */
export const tabOf = (at: string): string => {
  // The limits of lights stand beside what they light.
  if (at.startsWith('settings.lights')) return 'milestones'
  const part = /^[a-zA-Z]+/.exec(at)?.[0] ?? ''
  switch (part) {
    case 'indicators':
    case 'dataElements':
      return 'indicators'
    case 'tasks':
    case 'unitGroups':
    case 'units':
      return 'tasks'
    case 'responsibilities':
    case 'coordinating':
    case 'recusals':
      return 'responsibilities'
    case 'steps':
      return 'steps'
    case 'milestones':
      return 'milestones'
    case 'bases':
      return 'bases'
    case 'settings':
    case 'signatureMap':
    case 'approvalChain':
      return 'settings'
    default:
      return 'document'
  }
}

/** The row that a place points into, as the pages of a plan mark theirs: `steps[k].due` is in `steps[k]`, all of 等次 in `settings.grades`. */
export const rowOf = (at: string): string =>
  at.startsWith('settings.')
    ? (/^settings\.[a-zA-Z]+/.exec(at)?.[0] ?? at)
    : (/^[a-zA-Z]+\[[^\]]*\]/.exec(at)?.[0] ?? at)
