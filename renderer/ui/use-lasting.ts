import { useEffect, useState } from 'react';

/** True once something has been true for a while (ms): what is over in a blink need not be shown. */
export function useLasting(isTrue: boolean, ms: number): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isTrue) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [isTrue, ms]);
  return isLasting && isTrue;
}
