import { type FunctionComponent, startTransition, useEffect, useState } from 'react'

/**
 * A page made in slices, between which the browser answers. The router shows a page at once and whole; what it shows here is an empty
 * place, and the page itself follows as a transition, which React may interrupt.
 */
export const sliced = (Page: FunctionComponent): FunctionComponent => {
  const Sliced = () => {
    const [isBegun, begin] = useState(false)
    useEffect(() => startTransition(() => begin(true)), [])
    return isBegun ? <Page /> : null
  }
  return Sliced
}
