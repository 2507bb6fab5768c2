// Stands for packages that others would load and nobody here needs.
export {};
