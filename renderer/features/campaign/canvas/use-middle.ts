import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';

/** What is in the middle stays there when the window gets another size or is zoomed; else a flow would lie outside of a smaller one. */
export function useMiddle(frame: RefObject<HTMLDivElement | null>): void {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let before = element.getBoundingClientRect();
    const measure = () => {
      before = element.getBoundingClientRect();
    };
    // The event comes before observers are told; what a splitter does comes to them alone.
    const resized = () => {
      const { width, height } = before;
      measure();
      const { x, y, zoom } = getViewport();
      void setViewport({ x: x + (before.width - width) / 2, y: y + (before.height - height) / 2, zoom });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', resized);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', resized);
    };
  }, [frame, getViewport, setViewport]);
}
