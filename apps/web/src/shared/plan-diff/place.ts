/** The tab on which a place of a plan is mended. */
export const tabOf = (at: string): string => {
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
