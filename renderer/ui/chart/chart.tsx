import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { type ChartContent, optionOf } from './option';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface ChartHandle {
  /** The picture as it is seen. */
  svg: () => string;
}

/** A chart as wide and high as what it stands in. Its content is to be had as a table too: this is a picture. */
export default function Chart({ label, content, handle }: { label: string; content: ChartContent; handle?: Ref<ChartHandle> }) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const [theme, setTheme] = useState(document.documentElement.dataset.theme);
  useImperativeHandle(handle, () => ({ svg: () => svgOf(element.current) }), []);
  useEffect(() => {
    if (!element.current) return;
    const made = init(element.current, null, { renderer: 'svg' });
    chart.current = made;
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(element.current);
    const themes = new MutationObserver(() => setTheme(document.documentElement.dataset.theme));
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(optionOf(content), { notMerge: true });
  }, [content, theme]);
  return <div className="chart" ref={element} role="img" aria-label={label} />;
}

function svgOf(element: HTMLElement | null): string {
  const drawn = element?.querySelector('svg');
  if (!drawn) throw new Error('no chart is drawn');
  const copy = drawn.cloneNode(true) as SVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}
