"""The smallest app that brings a page type: a model, its migration and its template. Only the tests install it."""
