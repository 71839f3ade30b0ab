interface Place {
  readonly unitId: string
  readonly sectionId?: string
}

/** A unit, or a section of it, as one text that an index can hold: `unit` or `unit/section`. */
export const placeText = ({ unitId, sectionId }: Place): string =>
  sectionId === undefined ? unitId : `${unitId}/${sectionId}`

export const placeFrom = (text: string): Place => {
  const [unitId = '', sectionId] = text.split('/')
  return sectionId === undefined ? { unitId } : { unitId, sectionId }
}
