import config from './playwright.config';

// What is measured and not judged, by `script/torture measure`. Nothing else may run beside it.
export default { ...config, testMatch: 'faults/measure.ts', workers: 1 };
