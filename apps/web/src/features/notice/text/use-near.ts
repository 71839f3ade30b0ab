import { type RefObject, useEffect, useRef, useState } from 'react'

/** Two screens above and below what is seen. */
const margin = '200% 0px'

/** Whether an element is in sight or near it; once near, it stays so: what was drawn is not taken back. */
export const useNear = (): readonly [RefObject<HTMLDivElement | null>, boolean] => {
  const ref = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !ref.current) return
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { root: ref.current.closest('section'), rootMargin: margin },
    )
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [near])
  return [ref, near]
}
