/** Brings an element into the middle of the box that scrolls it; the page around stays. A box that shows all of itself lets the page scroll. */
export const scrollTo = (element: Element, box: Element | null): void => {
  if (box === null || box.scrollHeight <= box.clientHeight) {
    element.scrollIntoView({ block: 'nearest' })
    return
  }
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()]
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return
  box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2
}
