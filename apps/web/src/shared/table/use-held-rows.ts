import { useCallback, useState } from 'react'

/**
 * The rows as they were when the pointer went down, until its click has been told. A list that is read again just then
 * would otherwise move another row under the pointer: the click meets nothing, or the wrong one.
 */
export const useHeldRows = <Row>(rows: readonly Row[]) => {
  const [held, setHeld] = useState<readonly Row[]>()
  const hold = useCallback(() => {
    setHeld(rows)
    const release = () => {
      removeEventListener('pointerup', release)
      removeEventListener('pointercancel', release)
      // The click of this pointer comes after its `pointerup`, in the same task.
      setTimeout(() => setHeld(undefined))
    }
    addEventListener('pointerup', release)
    addEventListener('pointercancel', release)
  }, [rows])
  return { shown: held ?? rows, hold }
}
